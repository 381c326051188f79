"""What a person can do, one module an activity."""
