"""What somebody with these accounts has to do, in which order, and what is different since they did it.

Pure: a list of accounts and the entries of a catalog go in, a plan as meaning comes out; `render.plan` says it.
"""

from optout.plan.plan import Plan, Sums, Task, make_plan
from optout.plan.standing import Standing

__all__ = ["Plan", "Standing", "Sums", "Task", "make_plan"]
