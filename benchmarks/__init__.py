"""What takes how long, beside what else there is. `python -m benchmarks NAME`; nothing here is a test."""
