#!/bin/sh
# What one container runs: web, worker, beat, migrate, or any other command of the image.
set -eu

case "${1:-web}" in
  web)
    exec gunicorn config.wsgi --bind 0.0.0.0:8000 --workers "${WEB_WORKERS:-2}" --threads 4 --worker-tmp-dir /dev/shm \
      --access-logfile - --forwarded-allow-ips "${FORWARDED_ALLOW_IPS:-*}" ;;
  worker)
    exec celery -A config.celery worker --queues "${WORKER_QUEUES:-default,imports,reports,mail}" \
      --concurrency "${WORKER_PROCESSES:-2}" --loglevel INFO ;;
  beat) exec celery -A config.celery beat --schedule /tmp/beat-schedule --pidfile= --loglevel INFO ;;
  migrate) exec python manage.py migrate --noinput ;;
  *) exec "$@" ;;
esac
