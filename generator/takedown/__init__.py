"""Taking a person down, revoking an award, and proving that nothing is left: ``acts`` is the whole flow of both."""
