"""Content of the documents that takes more than one field: tables, lists, totals and signatures."""
