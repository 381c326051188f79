"""What a picture or video tells besides what one sees, and copies that tell nothing. The only place that knows Pillow.

The readers are our own: a header is enough to say what a file tells, and a reader that gives up at the first oddity
would call a picture clean that is not.
"""
