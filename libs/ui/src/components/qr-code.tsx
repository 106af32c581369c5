import qrcode from 'qrcode';

/** A QR code as SVG without inline styles, dark on light with its quiet zone, whatever the page's colours. */
export function makeQrCode(text: string): Promise<string> {
  return qrcode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
}

/**
 * @param svg as {@link makeQrCode} gives it
 * @param label what the code holds
 */
export function QrCode({ svg, label }: { readonly svg: string; readonly label: string }) {
  return <div class="cn-qr" role="img" aria-label={label} dangerouslySetInnerHTML={{ __html: svg }} />;
}
