"""Everything that goes wrong on purpose.

Every error has a title and a sentence for a person: what happened, what is still safe, what to do. Both are English
messages that are translated where they are shown; `values` are filled in then.

* OnlineSafeError
  - SettingsError          the settings cannot be read or kept       -> the person
  - ContentError           a content file is malformed               -> its author
  - OverlayError           the organisation's folder cannot be used  -> another folder
  - VaultError             what was saved cannot be opened or kept   -> the person
    + NothingSaved         there is nothing to look at yet           -> begin
    + VaultInUse           another window has it open                -> close that one
    + VaultUnwritable      the folder or disk refuses                -> another folder
      - VaultHalfDeleted   something of an incident is left          -> open it another time
    + VaultTooNew          made by a newer version                   -> update
    + VaultUnopened        a file does not open
      - VaultMissing       it should be there and is not             -> backup
      - VaultEmpty         it is there, but has no bytes             -> backup
      - VaultDamaged       it cannot be opened any more              -> backup
        * VaultTruncated   its end is missing                        -> backup
    + VaultForged          it opens, but somebody else wrote it      -> ask for help
      - VaultSwapped       it belongs to another incident            -> put it back
      - VaultRolledBack    it is older than what was saved last      -> look for the newer one, or go on with it
    + VaultTooHeavy        no memory or time to open it here         -> close other programs
    + WrongPassphrase      the passphrase does not open it           -> try again
    + WeakPassphrase       a new passphrase is too easy              -> a longer one
    + WrongCode            the recovery code opens something else    -> the right paper
      - NoCode             no code was ever made here                -> the passphrase
      - CodeSlip           some letters are wrong, and where         -> look at that group
      - CodeLength         letters are missing or too many           -> count the groups
      - CodeUnclear        more is wrong than can be placed          -> compare everything
    + BackupError          a file is no backup that can be used      -> another one
    + NotARecipient        it is no public key of an organisation    -> ask for the key again
  - ExportError            a text could not be written to a file     -> another place
  - PaperError             a text could not become this kind of file -> another kind
  - CopyError              the clipboard cannot be reached           -> a file
  - BrowserError           no browser opens the address              -> copy it
    + BrowserInTerminal    the browser would take the terminal       -> likewise
    + BrowserUnclear       what is set as browser is not plain       -> likewise
  - PictureError           a picture is not looked at or not copied  -> another file
    + PictureUnreadable    the computer does not give it             -> look where it is
    + PictureEmpty         it has no bytes                           -> get it again
    + PictureUnknown       it is no picture that can be looked at    -> see which can
    + PictureDamaged       its end is missing, or it is nonsense     -> get it again
    + PictureTooLarge      it is too large to be taken in            -> a smaller one
    + PictureNotCopied     there can be no clean copy of it          -> another way
    + PictureKept          it may be proof, so it stays as it is     -> keep it
"""

import errno
from typing import ClassVar, Final

from onlinesafe_tui.language import N_, Message, Words


class OnlineSafeError(Exception):
    """Something went wrong that a person can do something about."""

    title: ClassVar[str] = N_("Something went wrong")
    """A few words, an English message to translate."""

    sentence: str = N_("Something went wrong. What was saved is still there.")
    """What happened and what to do, an English message with `{name}`s for `values`."""

    exit_code: ClassVar[int] = 1
    """What the command line ends with."""

    def __init__(self, **values: object) -> None:
        """Create the error; `values` are filled in to the sentence, and hold nothing that a person wrote."""
        super().__init__(self.sentence.format(**values))
        self.values = values

    def told(self, words: Words) -> str:
        """Say in one language what happened and what to do."""
        return words(self.sentence, **self.values)


class SettingsError(OnlineSafeError):
    """The settings file cannot be read or written."""

    title = N_("The settings cannot be used")
    sentence = N_(
        "The settings in {path} cannot be used ({reason}). Mend or remove that file; nothing else was changed."
    )


class ContentError(OnlineSafeError):
    """A content file is malformed."""

    title = N_("A page cannot be shown")
    sentence = N_("{where}: {problem}")
    exit_code = 3


class OverlayError(OnlineSafeError):
    """A folder cannot be laid over the shipped texts."""

    title = N_("This folder cannot be used")
    sentence = N_(
        "{path} cannot be the folder of your organisation: {reason}. Nothing was changed. "
        "Choose the folder in which organisation.md stands."
    )
    exit_code = 3


class VaultError(OnlineSafeError):
    """What was saved cannot be opened, or something new cannot be saved."""

    exit_code = 4


class NothingSaved(VaultError):
    """There is no vault, or nothing in it yet."""

    title = N_("Nothing is saved yet")
    sentence = N_(
        "There is nothing in {path} yet. Start onlinesafe, and choose a passphrase when you want to keep something. "
        "If you kept it elsewhere, name that folder with --vault."
    )


class VaultInUse(VaultError):
    """Another process holds the lock of the vault."""

    title = N_("Already open")
    sentence = N_(
        "OnlineSafe is already open in another window. Go on there, or close it and try again. "
        "Nothing is saved from this window until then."
    )
    exit_code = 5


class VaultUnwritable(VaultError):
    """The folder or the disk does not let the program write."""

    title = N_("It cannot be saved here")
    sentence = N_(
        "The folder {path} cannot be written ({reason}). What was saved before is still there. "
        "Make room or give yourself access, or start with --vault and another folder."
    )


class VaultHalfDeleted(VaultUnwritable):
    """Something of a deleted incident could not be removed yet."""

    title = N_("Not everything is removed yet")
    sentence = N_(
        "The incident counts as deleted, but the folder {path} could not be written ({reason}). What is left of it "
        "goes when you open what you saved the next time. Nothing else changed."
    )


class VaultTooNew(VaultError):
    """A newer version of the program wrote this file."""

    title = N_("Made by a newer version")
    sentence = N_(
        "{name} was made by a newer version of OnlineSafe. Nothing was changed. Update OnlineSafe to open it."
    )


class VaultUnopened(VaultError):
    """A file is not there or cannot be opened. What helps depends on which file it is."""

    def __init__(self, **values: object) -> None:
        """Create the error; see `OnlineSafeError`.

        Args:
            values: `name` is that of the file inside the vault.
        """
        self.sentence = _OWN_WAYS.get(str(values.get("name")), self.sentence)
        super().__init__(**values)


_OWN_WAYS: Final = {
    "vault.json": N_(
        "{name} is missing or does not open any more. Nothing that you wrote is in it. OnlineSafe can write it anew: "
        "your passphrase is enough for that. In the program you are asked; the command is onlinesafe verify --repair."
    ),
    "identity.age": N_(
        "{name}, the file with your key, is missing or does not open any more, and its second copy does not either. "
        "Nothing was overwritten. With the recovery code on paper you get in, and choose a new passphrase. Without it, "
        "put this file or everything back from a backup."
    ),
}
"""The sentences of the two files that have no version before. They begin with what the title leaves open."""


class VaultMissing(VaultUnopened):
    """A file that should be there is not."""

    title = N_("A file is missing")
    sentence = N_(
        "{name} is missing from the folder in which OnlineSafe keeps everything. Nothing was changed. "
        "Look in the recycle bin or a backup, and put it back."
    )

    def __init__(self, *, has_previous: bool = False, **values: object) -> None:
        """Create the error; see `OnlineSafeError`.

        Args:
            has_previous: Whether the version before of the file is still there.
            values: `name` is that of the file inside the vault.
        """
        if has_previous:
            self.sentence = _WITH_PREVIOUS
        super().__init__(**values)


_WITH_PREVIOUS: Final = N_(
    "{name} is missing from the folder in which OnlineSafe keeps everything. Nothing was changed. "
    "Look first in the recycle bin or a backup, and put it back. The version before it is still there: when you open "
    "this in OnlineSafe you can go on with that one."
)


class VaultEmpty(VaultUnopened):
    """A file is there, but holds not one byte."""

    title = N_("A file is empty")
    sentence = N_(
        "{name} is empty: a full disk or a program that synchronises may have done that. Nothing was overwritten. "
        "The version before it may still be there: open that one."
    )


class VaultDamaged(VaultUnopened):
    """A file cannot be opened any more."""

    title = N_("A file is damaged")
    sentence = N_(
        "{name} is damaged and does not open any more. Nothing was overwritten. "
        "The version before it may still be there: open that one."
    )


class VaultTruncated(VaultDamaged):
    """The end of a file is missing."""

    title = N_("A file is incomplete")
    sentence = N_(
        "The end of {name} is missing, so it does not open any more. Nothing was overwritten. "
        "The version before it may still be there: open that one."
    )


class VaultForged(VaultError):
    """A file opens, but was not written by this person's program, or belongs somewhere else."""

    title = N_("A file was changed by someone else")
    sentence = N_(
        "{name} opens, but OnlineSafe did not write it like this: somebody changed or swapped it. Nothing was "
        "overwritten. Keep the folder as it is and show it to someone who knows about computers."
    )


class VaultSwapped(VaultForged):
    """A file is whole and ours, and stands with another incident than its own, whose id is the value `belongs`."""

    title = N_("A file stands in the wrong place")
    sentence = N_(
        "{name} is whole, but belongs to another incident: somebody or a program swapped files. Nothing was "
        "overwritten. What is still in the folder can be put back where it belongs."
    )


class VaultRolledBack(VaultForged):
    """A file is older than what was saved last."""

    title = N_("A file is older than expected")
    sentence = N_(
        "{name} is older than what you saved last: somebody or a program put an older copy back. Nothing was "
        "overwritten. What you wrote after it may be lost, or be in a backup or in a second copy beside it: look there "
        "first, and put that one back. You can also go on with the older version."
    )


class VaultTooHeavy(VaultError):
    """The computer has too little memory or time for the work that makes guessing a passphrase expensive."""

    title = N_("Too heavy for this computer now")
    sentence = N_(
        "Working with the passphrase takes half a gigabyte of memory for a moment, and this computer did not manage. "
        "Nothing was changed. Close other programs and try again."
    )


class WrongPassphrase(VaultError):
    """The passphrase does not open the vault."""

    title = N_("That is not the passphrase")
    sentence = N_(
        "This passphrase does not open what you saved. Nothing is lost: try again, and mind capitals and spaces."
    )
    exit_code = 6


class WeakPassphrase(VaultError):
    """A new passphrase is too short to protect anything."""

    title = N_("Make it longer")
    sentence = N_(
        "Use {minimum} characters or more. Four or five words that only you would put together are easy to keep."
    )


class WrongCode(VaultError):
    """A recovery code is whole, and opens nothing here."""

    title = N_("That is not the code of what is saved here")
    sentence = N_(
        "The code is whole, but it does not open what is saved in this folder. A newer code may have taken its place. "
        "Nothing is lost: look for the right paper, or use the passphrase."
    )
    exit_code = 6


class NoCode(WrongCode):
    """Nobody made a recovery code for this vault."""

    title = N_("There is no recovery code")
    sentence = N_(
        "There is no recovery code for what is saved in this folder, so only the passphrase opens it. "
        "Look whether you kept things in another folder, and name that one with --vault."
    )


class CodeSlip(WrongCode):
    """Some letters of a recovery code are wrong, and the check says in which group."""

    title = N_("The code is not right yet")
    sentence = N_(
        "It is in group {group}. Compare that with your paper letter by letter, and type it again. "
        "The other groups are right."
    )


class CodeLength(WrongCode):
    """A recovery code has too few or too many letters."""

    title = N_("The code is not right yet")
    sentence = N_(
        "The code has {expected} letters, and these are {found}. Look which group is missing or stands there twice."
    )


class CodeUnclear(WrongCode):
    """More letters of a recovery code are wrong than the check can place."""

    title = N_("The code is not right yet")
    sentence = N_("More than two letters are not right. Compare every group with your paper, from the first one on.")


class BackupError(VaultError):
    """A file is no backup, or not a whole one."""

    title = N_("This backup cannot be used")
    sentence = N_("{path} cannot be used as a backup: {reason}. Nothing was changed. Choose another backup.")


class NotARecipient(VaultError):
    """A text is no public age key."""

    title = N_("This is no key to seal to")
    sentence = N_(
        "This is not the public key of an organisation. It begins with age1 and has 62 letters and digits. "
        "Copy it again as a whole; nothing was changed."
    )


class ExportError(OnlineSafeError):
    """A text could not be written to a file."""

    title = N_("The file was not made")
    sentence = N_("{path} cannot be written ({reason}). Choose another place; nothing was overwritten.")
    exit_code = 7


class PaperError(OnlineSafeError):
    """A text could not be made into the kind of file that was asked for."""

    title = N_("The file was not made")
    sentence = N_(
        "This kind of file could not be made of it. The logo can be the reason: save it anew as PNG. "
        "You can also choose another kind of file. Nothing is lost."
    )
    exit_code = 7


class CopyError(OnlineSafeError):
    """The clipboard cannot be reached."""

    title = N_("Copying does not work here")
    sentence = N_("The clipboard cannot be reached from here. Keep the text as a file instead.")


class BrowserError(OnlineSafeError):
    """No browser opens an address."""

    title = N_("The browser was not opened")
    sentence = N_("No browser could be started from here. Copy the address and open it in your browser yourself.")


class BrowserInTerminal(BrowserError):
    """The browser of this computer draws in a terminal, and would take the one that this program is in."""

    sentence = N_(
        "The browser that is set here is one for the terminal, and would take this screen. So it is not started. "
        "Copy the address and open it in another window."
    )


class BrowserUnclear(BrowserError):
    """What is set as the browser is more than the name of a program."""

    sentence = N_(
        "What is set here as BROWSER is not the plain name of a browser. So it is not started. "
        "Copy the address and open it in your browser yourself."
    )


class PictureError(OnlineSafeError):
    """A picture or video cannot be looked at, or there is no clean copy of it."""

    exit_code = 8


class PictureUnreadable(PictureError):
    """There is no such file, or the computer does not let us read it."""

    title = N_("The picture cannot be opened")
    sentence = N_("{path}: {reason}. Look where the picture is, and type or drop it again.")


class PictureEmpty(PictureError):
    """The file has not one byte."""

    title = N_("The picture is empty")
    sentence = N_("There is nothing in {path}. Get the picture again from the telephone or camera.")


class PictureUnknown(PictureError):
    """The file is nothing that we know how to look at."""

    title = N_("Not a picture that can be looked at")
    sentence = N_("{path} is not one of these: {formats}. Save it as one of them, or choose another file.")


class PictureDamaged(PictureError):
    """The file ends too early, or contradicts itself."""

    title = N_("The picture is damaged")
    sentence = N_(
        "{path} is not whole: a part of it is missing or makes no sense. Nothing was changed. "
        "Get the picture again from the telephone or camera."
    )


class PictureTooLarge(PictureError):
    """The file takes more memory than a picture should."""

    title = N_("The picture is too large")
    sentence = N_("{path} is too large to take in here. Make it smaller first, and look again.")


class PictureNotCopied(PictureError):
    """There can be no clean copy of this file here."""

    title = N_("No clean copy was made")
    sentence = N_("{why} Nothing was changed.")


class PictureKept(PictureError):
    """The file may be proof of what happened, so what it tells stays in it."""

    title = N_("Keep this picture as it is")
    sentence = N_(
        "{why} The data in it may be proof, so no clean copy is made. Nothing was changed. If you are sure that it is "
        "not proof, put a copy of it in another folder, under another name, and look at that one."
    )


_REASONS: Final = {
    errno.EACCES: N_("this user may not do that"),
    errno.EPERM: N_("this user may not do that"),
    errno.EROFS: N_("nothing can be written there"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.EEXIST: N_("it is there already"),
    errno.ENOENT: N_("it is not there"),
    errno.ENOTDIR: N_("a file stands where a folder should be"),
    errno.EISDIR: N_("a folder stands where a file should be"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EIO: N_("the disk does not answer"),
    errno.EBADMSG: N_("what was written does not read back as it should"),
}

_HELD: Final = N_("another program has it open; close that, or wait a moment")
_NOT_REACHED: Final = N_("the network or the drive cannot be reached")
_WINDOWS_REASONS: Final = {
    19: N_("nothing can be written there"),
    21: _NOT_REACHED,
    32: _HELD,
    33: _HELD,
    39: N_("the disk is full"),
    53: _NOT_REACHED,
    64: _NOT_REACHED,
    67: _NOT_REACHED,
    121: _NOT_REACHED,
    123: N_("Windows knows no such names"),
    206: N_("the name is too long"),
    1231: _NOT_REACHED,
}
"""Why Windows refused, where its own number says more than the general one."""

_NOT_THERE_ON_WINDOWS: Final = (2, 3)
_LONGEST_ON_WINDOWS: Final = 259
"""Characters of a whole path that Windows takes where nobody allowed it longer ones; it calls them not there."""


def reason_of(error: OSError) -> Message:
    """Say in a few words why the computer refused, to be filled in to a sentence as its `{reason}`."""
    number = getattr(error, "winerror", None) or 0
    if number in _NOT_THERE_ON_WINDOWS and len(str(error.filename)) > _LONGEST_ON_WINDOWS:
        return Message(_REASONS[errno.ENAMETOOLONG])
    windows = _WINDOWS_REASONS.get(number)
    return Message(windows or _REASONS.get(error.errno or 0, N_("the computer refuses")))
