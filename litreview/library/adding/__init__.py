"""What `litreview.add` does, step by step: what arrives, whether it is there already, what is new in it, where it goes."""
