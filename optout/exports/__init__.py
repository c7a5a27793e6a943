"""Files that password managers and browsers export, read for the addresses in them and for nothing else.

What else stands in such a file, passwords first of all, is let go with the row, the object or the element that it
stands in: it reaches no other room, no error and no traceback.
"""
