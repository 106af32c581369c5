import { renderToString } from 'preact-render-to-string';
import { LinePlot } from './line-plot.js';
import { UpDownPlot } from './up-down-plot.js';

const plot = { id: 'p', title: 'Members', description: 'A line each.', labels: ['2025/26', '2026/27'] };

it('a line plot says what it shows, and tells lines apart by marks and names', () => {
  const html = renderToString(
    <LinePlot
      {...plot}
      series={[
        { name: 'Full', values: [3, 5] },
        { name: 'Associate', values: [3, 5] },
      ]}
    />,
  );
  expect(html).toContain('role="img"');
  expect(html).toContain('<title id="p-title">Members</title>');
  expect(html).toContain('<desc id="p-description">A line each.</desc>');
  expect(html).toContain('Full 5');
  expect(html).toContain('Associate 5');
  const [first, second] = html.split('cn-plot__series--2');
  expect(first?.match(/<path/g)).toHaveLength(3);
  expect(first).toContain('a5 5 0 1 0');
  expect(second).toContain('h10v10h-10Z');
  expect(html).not.toContain('NaN');
  expect(html).not.toContain('style=');
});

it('what joined stands above the line and what left below', () => {
  const html = renderToString(
    <UpDownPlot {...plot} up={{ name: 'Joined', values: [2, 0] }} down={{ name: 'Left', values: [1, 0] }} />,
  );
  const bars = [...html.matchAll(/<rect[^>]* y="([\d.]+)"[^>]* height="([\d.]+)"/g)].map(([, y, height]) => ({
    y: Number(y),
    height: Number(height),
  }));
  expect(bars).toHaveLength(2);
  const [up, down] = bars;
  expect((up?.y ?? 0) + (up?.height ?? 0)).toBeCloseTo(down?.y ?? 0);
  expect((up?.height ?? 0) / (down?.height ?? 1)).toBeCloseTo(2);
});
