// Where the site begins, seen from a page that a host shows at any address: at the first folder that has this page's
// script. Tried are the one that the build was told, the one above a folder that every site has, and those on the way.
const {base, folders, script} = JSON.parse(document.querySelector('#data').textContent);
const parts = location.pathname.split('/').slice(0, -1);
const ways = parts.map((_, place) => `${parts.slice(0, place + 1).join('/')}/`);
const above = ways[parts.findIndex(part => folders.includes(part)) - 1];
const likely = [...new Set([base, above, ways.at(-1), ...ways])].filter(Boolean).slice(0, 6);

function attempt([way, ...rest]) {
  if (!way) return;
  const one = document.createElement('script');
  one.src = way + script;
  one.onerror = () => attempt(rest);
  document.head.append(one);
}

attempt(likely);
