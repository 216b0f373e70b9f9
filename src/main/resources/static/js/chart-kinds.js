// What each kind of chart is: its axes, its lines and their marks. Colours and numbers come from charts.js.

const MARKS = ["circle", "triangle", "rect"];

/** {@code figure.dataset.chart} names one of these. */
const KINDS = { time, bins, curve };

export function settings(figure, data, colours) {
  const kind = KINDS[figure.dataset.chart](figure, data, colours);
  return {
    type: kind.type,
    data: { labels: kind.labels, datasets: kind.datasets },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: "nearest", axis: "x", intersect: false },
      color: colours.ink,
      font: { family: colours.font },
      scales: kind.scales,
      plugins: {
        legend: { position: "top", align: "start", labels: { color: colours.ink, usePointStyle: true, boxHeight: 7, font: { family: colours.font } } },
        tooltip: { callbacks: kind.tooltip },
      },
    },
  };
}

function time(figure, { places, lines }, colours) {
  const from = Number(figure.dataset.from);
  const to = Number(figure.dataset.to);
  const step = Number(figure.dataset.step);
  const order = places.map((place, index) => index).sort((one, other) => places[one].at - places[other].at);
  const points = (values) => order.map((index) => ({ x: places[index].at, y: values[index] })).filter((point) => point.y !== null);
  const datasets = lines.flatMap((line, index) => {
    const colour = colours.lines[index];
    const common = { borderColor: colour, backgroundColor: colour, borderWidth: 2, pointStyle: MARKS[index], pointRadius: places.length > 80 ? 1 : 2.5, spanGaps: step * 1.5 };
    return [
      { ...common, label: `${line.name} p50`, data: points(line.p50) },
      { ...common, label: `${line.name} p99`, data: points(line.p99), borderDash: [5, 4], borderWidth: 1.25, pointRadius: places.length > 80 ? 0 : 1.5, pointStyle: "line" },
    ];
  });
  const highest = Math.max(10, ...lines.flatMap((line) => line.p99.filter((value) => value !== null)));
  const failed = lines.flatMap((line) => order
    .filter((index) => line.failures[index] > 0)
    .map((index) => ({ x: places[index].at, y: highest, lost: `${line.name}: ${line.failures[index]} failed` })));
  if (failed.length > 0) {
    datasets.push({ label: "failed", data: failed, showLine: false, pointStyle: "crossRot", pointRadius: 6, clip: 8, borderWidth: 2, borderColor: colours.alarm, backgroundColor: colours.alarm });
  }
  return {
    type: "line",
    datasets,
    scales: {
      x: { type: "linear", min: from, max: to, ...axis(colours), afterBuildTicks: (scale) => { scale.ticks = moments(from, to, Number(figure.dataset.offset)); }, ticks: { ...ticks(colours), maxRotation: 0, callback: (value) => clock(value, figure.dataset.zone) } },
      y: micros(colours),
    },
    tooltip: {
      title: (items) => clock(items[0].parsed.x, figure.dataset.zone, "2-digit"),
      label: (item) => item.raw.lost ?? `${item.dataset.label}: ${text(item.parsed.y)}`,
    },
  };
}

function bins(figure, { places, lines }, colours) {
  return {
    type: "bar",
    labels: places.map((place) => text(place.at)),
    datasets: lines.map((line, index) => ({
      label: line.name, data: line.samples, backgroundColor: colours.lines[index], pointStyle: MARKS[index], categoryPercentage: 0.95, barPercentage: 0.95,
    })),
    scales: {
      x: { ...axis(colours), ticks: { ...ticks(colours), maxRotation: 0, autoSkipPadding: 12 } },
      y: { ...axis(colours), beginAtZero: true, ticks: { ...ticks(colours), precision: 0 }, title: { display: true, text: "samples", color: colours.quiet } },
    },
    tooltip: { title: (items) => places[items[0].dataIndex].label, label: (item) => `${item.dataset.label}: ${item.parsed.y}` },
  };
}

/** Each nine is as wide as the one before: 90 %, 99 %, 99.9 %. The slowest stands where the next one would. */
function curve(figure, { places, lines }, colours) {
  const last = Math.max(0, ...places.filter((place) => place.at < 100).map((place) => nines(place.at)));
  const where = (percent) => (percent < 100 ? nines(percent) : last + 0.5);
  return {
    type: "line",
    datasets: lines.map((line, index) => ({
      label: line.name,
      data: places.map((place, row) => ({ x: where(place.at), y: line.micros[row], place })).filter((point) => point.y !== null),
      borderColor: colours.lines[index], backgroundColor: colours.lines[index], pointStyle: MARKS[index], borderWidth: 2, pointRadius: 3, clip: 8,
    })),
    scales: {
      x: {
        type: "linear", min: 0, max: last + 0.5, ...axis(colours),
        afterBuildTicks: (scale) => { scale.ticks = [0, 50, 90, 99, 99.9, 99.99].filter((percent) => nines(percent) <= last).map((percent) => ({ value: nines(percent) })).concat({ value: last + 0.5 }); },
        ticks: { ...ticks(colours), maxRotation: 0, autoSkip: false, callback: (value) => (value > last ? "max" : `${Number((100 - 100 / 10 ** value).toFixed(2))} %`) },
      },
      y: micros(colours),
    },
    tooltip: { title: (items) => items[0].raw.place.label, label: (item) => `${item.dataset.label}: ${text(item.parsed.y)}` },
  };
}

/** Whole minutes and hours, as the clock of the machine shows them. */
function moments(from, to, offset) {
  const minute = 60_000;
  const every = [1, 2, 5, 10, 30, 60, 180, 240].map((minutes) => minutes * minute).find((gap) => (to - from) / gap <= 8) ?? 360 * minute;
  const first = Math.ceil((from + offset) / every) * every - offset;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / every) + 1) }, (_, index) => ({ value: first + index * every }));
}

const nines = (percent) => -Math.log10(1 - percent / 100);

const axis = (colours) => ({ grid: { color: colours.line }, border: { color: colours.line } });

const ticks = (colours) => ({ color: colours.quiet, font: { family: colours.font, size: 11 } });

/** Times grow by powers: a scale that shows 20 µs and 3 s. */
function micros(colours) {
  return { type: "logarithmic", suggestedMin: 10, suggestedMax: 100, ...axis(colours), ticks: { ...ticks(colours), maxTicksLimit: 12, callback: (value) => ([1, 2, 5].includes(leading(value)) ? text(value) : "") } };
}

/** 2 of 20 and of 0.2, 1.2 of 12. */
const leading = (value) => Number((value / 10 ** Math.floor(Math.log10(value))).toPrecision(3));

function text(value) {
  const [number, unit] = value < 1e3 ? [value, "µs"] : value < 1e6 ? [value / 1e3, "ms"] : [value / 1e6, "s"];
  return `${Number(number.toPrecision(3))} ${unit}`;
}

/** In the zone of the machine, as the table has it. */
function clock(millis, zone, second) {
  return new Date(millis).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second, hourCycle: "h23", timeZone: zone });
}
