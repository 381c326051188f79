"""What all tests share."""

from hypothesis import settings

settings.register_profile("onlinesafe", deadline=None)
settings.load_profile("onlinesafe")
