"""What an entry may say: each part's fields, how they are read, and what editors and people are told of them."""
