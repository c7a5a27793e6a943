"""Renderers: one module and one template per format. Each returns text, prints nothing and decides nothing."""
