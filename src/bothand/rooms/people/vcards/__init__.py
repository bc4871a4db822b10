"""How a contact file (.vcf) is written: vCard 3.0 (RFC 2426), 4.0 (RFC 6350), and 2.1 as old Outlook and phones write it.

What the lines mean for us is in `imports` and `exports`; why they are read here: docs/decisions/contact-files.md.
"""
