# twosource over a folder that is mounted at /work, as a user who is not root:
#   docker build -t twosource .
#   docker run --rm -v "$PWD:/work" twosource compare pages/ -o story.html
#   docker run --rm -p 8765:8765 -v "$PWD:/work" twosource serve stories --host 0.0.0.0
# Nothing is downloaded when it runs; `--network none` does for all but addresses and feeds.
FROM python:3.12-slim AS made
WORKDIR /src
COPY requirements/run.txt requirements/run.txt
RUN python -m venv /opt/twosource \
 && /opt/twosource/bin/pip install --no-cache-dir --require-hashes -r requirements/run.txt
COPY . .
RUN /opt/twosource/bin/pip install --no-cache-dir --no-deps --no-build-isolation . \
 && /opt/twosource/bin/pip uninstall -y pip setuptools \
 && find /opt/twosource -name __pycache__ -prune -exec rm -rf {} +

FROM python:3.12-slim
RUN useradd --create-home --uid 10001 reporter
COPY --from=made /opt/twosource /opt/twosource
ENV PATH=/opt/twosource/bin:$PATH PYTHONUNBUFFERED=1
USER reporter
WORKDIR /work
EXPOSE 8765
ENTRYPOINT ["twosource"]
CMD ["--help"]
