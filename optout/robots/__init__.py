"""What a website tells crawlers: which of them, in which words, into which file, and what it says already."""
