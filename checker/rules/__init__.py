"""Rulesets: YAML files read, validated and turned into rules, with the place of every fault."""
