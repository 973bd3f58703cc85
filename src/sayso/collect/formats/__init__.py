"""One module per format: bytes in, drafts out. Each raises `InputRefused` for what it cannot read."""
