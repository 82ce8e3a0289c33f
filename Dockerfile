# One image for web server, worker, scheduler and migrations: `docker run IMAGE web|worker|beat|migrate`.
FROM python:3.11-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /app
COPY requirements.txt ./
RUN python -m venv /venv && /venv/bin/pip install --require-hashes -r requirements.txt
# npm comes from a Python package and stays in this stage.
COPY requirements-node.txt package.json package-lock.json .npmrc ./
COPY config/assets.py config/assets.py
RUN python -m venv /npm && /npm/bin/python config/assets.py

FROM python:3.11-slim-bookworm
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DJANGO_SETTINGS_MODULE=config.settings
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin tracker
WORKDIR /app
COPY --from=build /venv /venv
COPY . .
COPY --from=build /app/static/vendor static/vendor
COPY --from=build /app/core/reports/paper/fonts core/reports/paper/fonts
# The values are for this step alone: it opens no server.
RUN python config/messages.py compile \
    && SECRET_KEY=build DATABASE_URL=postgres://build REDIS_URL=redis://build python manage.py collectstatic --noinput \
    && install -d -o tracker -g tracker -m 700 .data
USER tracker
VOLUME /app/.data
EXPOSE 8000
HEALTHCHECK NONE
ENTRYPOINT ["sh", "config/entrypoint.sh"]
CMD ["web"]
