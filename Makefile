.PHONY: deps
deps: ## fetches what third-party.lock names into .deps
	@Scripts/deps
