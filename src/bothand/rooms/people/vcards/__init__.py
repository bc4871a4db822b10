"""Contact files (.vcf), in and out: vCard 3.0 (RFC 2426), 4.0 (RFC 6350), and 2.1 as old Outlook and phones write it.

Lines, parameters, folding and quoted-printable are vobject's; what they mean for us is here.
"""
