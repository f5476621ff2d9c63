// Runs before the first paint, so that a dark page never flashes white. A file of its own: the content policy allows no inline script.
{
  let theme = null
  try {
    theme = localStorage.getItem(`watchkeeper:${new URL('.', document.baseURI).pathname}:theme`)
  } catch {
    theme = null
  }
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.classList.toggle('dark', dark)
}
