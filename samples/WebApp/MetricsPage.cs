using System.Globalization;
using System.Text;
using OpenTelemetry.Metrics;

namespace S3Gen.WebApp;

/// <summary>The client's measurements as plain text. A real service exports them; this one shows them.</summary>
internal sealed class MetricsPage
{
    public List<Metric> Metrics { get; } = [];

    public string Render(MeterProvider provider)
    {
        lock (Metrics)
        {
            Metrics.Clear();
            provider.ForceFlush();
            StringBuilder text = new();
            foreach (Metric metric in Metrics)
            {
                foreach (ref readonly MetricPoint point in metric.GetMetricPoints())
                {
                    text.Append(metric.Name).Append('{').Append(Labels(point)).Append("} ").AppendLine(Value(metric.MetricType, point));
                }
            }

            return text.ToString();
        }
    }

    private static string Labels(in MetricPoint point)
    {
        List<string> labels = [];
        foreach (KeyValuePair<string, object?> tag in point.Tags)
        {
            labels.Add($"{tag.Key}=\"{tag.Value}\"");
        }

        return string.Join(',', labels);
    }

    private static string Value(MetricType type, in MetricPoint point) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong().ToString(CultureInfo.InvariantCulture),
        MetricType.LongGauge => point.GetGaugeLastValueLong().ToString(CultureInfo.InvariantCulture),
        MetricType.Histogram => string.Create(CultureInfo.InvariantCulture, $"count={point.GetHistogramCount()} sum={point.GetHistogramSum()}"),
        _ => string.Empty,
    };
}
