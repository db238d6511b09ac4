"""Files of others: tool libraries, tool tables and programs, read, checked and given back."""
