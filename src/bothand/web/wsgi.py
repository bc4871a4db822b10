"""What the server calls. Starting it also starts the sweeper that locks what was left open."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bothand.web.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

from bothand.accounts import sweeper  # noqa: E402  needs the apps ready
from bothand.shell import memory  # noqa: E402  as above

sweeper.start_sweeper(each_minute=memory.collect_leftovers)
