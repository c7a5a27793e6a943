"""What operators' terms say, read from the archive that keeps them word for word: collections of Open Terms Archive.

A collection is a git repository; a document is a file `Service/Document.md` in it, a version what a commit made of it.
Nothing here asks the network but `update`, and nothing is read but git objects.
"""
