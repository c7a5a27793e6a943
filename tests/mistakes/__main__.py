"""Which laws do not hold of the mistakes that can be made in three entries.

python -m tests.mistakes [--many 500] [--from 0]
"""

import argparse
from collections import Counter

from tests.conftest import CASES, TODAY
from tests.mistakes.edits import sample
from tests.mistakes.laws import EXCEPT, broken


def main() -> None:
    """Make them, ask, and print each that fails and the share of those that do."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--many", type=int, default=500, help="how many mistakes (500)")
    parser.add_argument("--from", type=int, default=0, dest="offset", help="which of them to begin with (0)")
    chosen = parser.parse_args()
    mistakes = list(sample((CASES / "mistakes-base.yaml").read_text("utf-8"), chosen.many, chosen.offset))
    failing = Counter[str]()
    for mistake in mistakes:
        found = list(broken(mistake, TODAY))
        failing.update({law for law, _ in found})
        for law, why in found:
            if (law, mistake.kind) not in EXCEPT:
                print(f"{law}: {mistake.kind}, line {mistake.line}: {why}")
    for law, count in failing.most_common():
        print(f"{law}: {count} of {len(mistakes)} ({count / len(mistakes):.1%}), exceptions among them")


if __name__ == "__main__":
    main()
