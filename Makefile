# make run    opens the City of London board (a copy of it, in .run/)
# make test   everything that must hold before a change lands
# make fresh  the same as run, with a new copy of the board
# make bench  speed and memory, as ratios
# make register  opens a generated register of 106 issues in 11 themes (in .run/)
#
# make test-faults  what a board survives, at length: docs/reliability.md
# make fuzz         the JSON parser, the merge and the log reader, SECONDS each

SWIFT  ?= swift
BOARD  := .run/city-of-london
REGISTER := .run/register
SOURCES := Package.swift Sources Tests

.PHONY: run fresh register test test-faults fuzz bench format program library tools compiler
.DEFAULT_GOAL := run

run: program $(BOARD)
	.build/release/socboard $(BOARD) --today 2018-09-27

fresh:
	rm -rf $(BOARD)
	$(MAKE) run

$(BOARD):
	mkdir -p .run
	cp -R data/city-of-london $(BOARD)

register: program $(REGISTER)
	.build/release/socboard $(REGISTER) --today 2018-09-27

$(REGISTER): library
	mkdir -p .run
	$(SWIFT) build -c release --product socboard-benchmarks
	.build/release/socboard-benchmarks --write-register $(REGISTER)

program: library
	$(SWIFT) build -c release --product socboard

test: library tools
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	$(SWIFT) test --skip-build
	.build/debug/socboard check data/city-of-london

test-faults: library tools
	$(SWIFT) build --build-tests
	FAULTS=10 $(SWIFT) test --skip-build --filter FaultTests
	Tests/Fuzzing/run 30

SECONDS ?= 300
fuzz:
	Tests/Fuzzing/run $(SECONDS)

bench: library tools compiler
	$(SWIFT) build -c release
	.build/release/socboard-benchmarks

format:
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

# What a fresh Debian machine with Swift lacks.
library:
	@.ci/install-missing libncursesw5-dev

compiler:
	@.ci/install-missing gcc libc6-dev

tools:
	@.ci/install-missing tmux git strace python3
