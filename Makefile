# `make site` and `make test` do all the set-up a fresh machine needs. `make help` lists the rest.

SHELL := /bin/sh
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: site test lint serve check bench bless lock clean help

BIN := .venv/bin
READY := .venv/ready
UV := 0.13.9

site: $(READY) ## Dựng cổng vào site/; thêm AS_OF=2026-11-22 để tính đến ngày ấy
	$(BIN)/portal build $(if $(AS_OF),--as-of $(AS_OF)) $(ARGS)

test: $(READY) ## Chạy mọi bài kiểm thử; thêm ARGS=tests/unit để chạy một phần
	.ci/browser
	$(BIN)/pytest -n auto --dist worksteal $(ARGS)

lint: $(READY) ## Soát mã nguồn: cách viết, kiểu dữ liệu, chiều gọi giữa các mô-đun
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

check: $(READY) ## Soát nội dung trong content/, không ghi gì
	$(BIN)/portal check $(ARGS)

serve: $(READY) ## Xem trước; lưu tệp là trang tự mới
	$(BIN)/portal serve $(ARGS)

bench: $(READY) ## Đo tốc độ
	$(BIN)/python benchmarks/run.py $(ARGS)

bless: $(READY) ## Nhận kết quả mới làm mẫu và làm lại các bảng của sổ tay, các lược đồ (xem lại bằng git diff)
	$(BIN)/pytest tests/sites tests/test_manual.py tests/test_schemas.py --bless $(ARGS)

# uv asks the index in UV_DEFAULT_INDEX, else PyPI. `fewest`: one version of each package for every machine.
lock: ## Khóa lại phiên bản thư viện; thêm UPGRADE=1 để lên bản mới nhất
	.ci/venv
	$(BIN)/python -m pip install --quiet uv==$(UV)
	$(BIN)/uv pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 --generate-hashes \
	  $(if $(UPGRADE),--upgrade) --extra dev --custom-compile-command 'make lock' -o requirements.lock pyproject.toml

clean: ## Xóa mọi thứ tạo ra được, trừ site/ (có thể đang phục vụ người đọc)
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
	find build -mindepth 1 ! -type d ! -path build/markdown/.gitignore -delete
	find build -mindepth 1 -type d -empty -delete
	find generator tests benchmarks -type d -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || :

help: ## Hiện bảng này
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 16

$(READY): requirements.lock pyproject.toml
	.ci/venv
	@echo 'Đang cài thư viện vào .venv; lần đầu mất khoảng một phút.'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
