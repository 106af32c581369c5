/** How long the button says that it has copied, in milliseconds. */
const saidFor = 4000;

/** Puts a button beside an address that copies it. Where the browser gives no access to its clipboard, none is shown. */
function addCopyButton(holder: HTMLElement): void {
  const address = holder.querySelector('input');
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (address === null || clipboard === undefined) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'govuk-button govuk-button--secondary';
  button.textContent = 'Copy the address';
  const said = document.createElement('span');
  said.className = 'cn-copy__said';
  said.setAttribute('role', 'status');
  let timer = 0;
  const say = (words: string) => {
    said.textContent = words;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      said.textContent = '';
    }, saidFor);
  };
  button.addEventListener('click', () => {
    clipboard.writeText(address.value).then(
      () => say('Copied'),
      () => {
        address.select();
        say('The browser did not allow it. The address is selected: copy it with your keyboard.');
      },
    );
  });
  holder.append(button, said);
}

for (const holder of document.querySelectorAll<HTMLElement>('[data-copy]')) addCopyButton(holder);
