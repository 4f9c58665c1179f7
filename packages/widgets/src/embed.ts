/*
 * The loader of a partner's page: `<script type="module" src="…/v1.js" data-hub="…" data-key="…"></script>`.
 * It starts each widget when its tag is in the page. Elements read the hub's address and the key from this script's tag,
 * so that nothing has to be written twice and none of them waits for this file.
 */
const widgets: Readonly<Record<string, () => Promise<unknown>>> = {
  'advocacy-referral-form': () => import('./referral-form.ts'),
  'advocacy-referral-status': () => import('./referral-status.ts'),
};

const waiting = new Set(Object.keys(widgets));

function start(): void {
  for (const tag of waiting) {
    if (!document.querySelector(tag)) continue;
    waiting.delete(tag);
    // What stands inside the tag stays in view when a widget cannot be loaded.
    widgets[tag]?.().catch((error: unknown) => console.error(`<${tag}> could not be loaded:`, error));
  }
  if (waiting.size === 0) observer.disconnect();
}

const observer = new MutationObserver(start);
observer.observe(document, { childList: true, subtree: true });
start();

export {};
