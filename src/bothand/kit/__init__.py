"""What all rooms share: manifests and their registry, cases for the harness, small things of forms and pages."""
