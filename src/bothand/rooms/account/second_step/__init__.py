"""The second step of signing in: a code from an app, or a passkey that cannot open by itself."""
