from django.apps import AppConfig


class ShellConfig(AppConfig):
    name = "bothand.shell"
    label = "shell"

    def ready(self) -> None:
        """Each thread's connection goes with it, in the server and wherever else pages are made."""
        from bothand.shell import memory

        memory.close_with_threads()
