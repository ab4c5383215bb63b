"""The models at hand: which one answers, what it holds, and how versions change."""
