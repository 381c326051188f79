"""A few pictures of screens. Look at them when they change: a picture that is right is right for eyes only."""
