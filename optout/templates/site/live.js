// While the site is served for work on it: reload when it was built anew, say what is wrong when it could not be.
(() => {
  let known = null;

  function show(problems) {
    const old = document.getElementById('optout-problems');
    if (old) old.remove();
    if (!problems) return;
    const box = document.createElement('section');
    box.id = 'optout-problems';
    box.className = 'problems';
    box.setAttribute('role', 'alert');
    const text = document.createElement('pre');
    text.textContent = problems;
    box.append(text);
    document.body.prepend(box);
  }

  new EventSource('/.optout/events').addEventListener('message', event => {
    const news = JSON.parse(event.data);
    if (known !== null && news.builds !== known) {
      location.reload();
      return;
    }
    known = news.builds;
    // A page that is nothing but the problems shows them itself.
    if (news.builds) show(news.problems);
    else if (!document.body.textContent.includes(news.problems)) location.reload();
  });
})();
