using System.Globalization;
using System.Security;
using System.Text;
using S3Gen.Benchmarks.Compare;
using S3Gen.Benchmarks.Contenders;

namespace S3Gen.Benchmarks.Report;

/// <summary>Bars on a logarithmic scale: CPU time on the left, allocated memory on the right, as multiples of the bare client's.</summary>
internal static class SvgChart
{
    private const int LabelWidth = 275;
    private const int PanelWidth = 330;
    private const int Gap = 50;
    private const int Top = 64;
    private const int BarHeight = 9;
    private const double Least = 0.25;
    private const double Most = 128;

    private static readonly double[] Marks = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128];

    private static readonly (ContenderKind Kind, string Color)[] Series =
        [(ContenderKind.S3Gen, "#1a7f5a"), (ContenderKind.Aws, "#d9822b"), (ContenderKind.Minio, "#7b68b5")];

    public static string Write(IReadOnlyList<ScenarioResult> results)
    {
        (ContenderKind Kind, string Color)[] series = [.. Series.Where(entry => results[0].Contenders.Contains(entry.Kind))];
        int rowHeight = (series.Length * BarHeight) + 10;
        int height = Top + (results.Count * rowHeight) + 30;
        StringBuilder svg = new();
        int width = LabelWidth + (2 * PanelWidth) + (2 * Gap);
        Add(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"11\" fill=\"#24292f\">\n");
        Add(svg, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n");
        AppendLegend(svg, series);
        for (int i = 0; i < results.Count; i++)
        {
            Add(svg, $"<text x=\"{LabelWidth - 12}\" y=\"{Top + (i * rowHeight) + (rowHeight / 2) + 3}\" text-anchor=\"end\">{SecurityElement.Escape(results[i].Scenario.Name)}</text>\n");
        }

        AppendPanel(svg, LabelWidth, "CPU time, × a bare HttpClient's", results, series, rowHeight, cost => cost.CpuMicroseconds);
        AppendPanel(svg, LabelWidth + PanelWidth + Gap, "allocated memory, × a bare HttpClient's", results, series, rowHeight, cost => cost.Bytes);
        return svg.Append("</svg>\n").ToString();
    }

    private static void AppendLegend(StringBuilder svg, (ContenderKind Kind, string Color)[] series)
    {
        for (int i = 0; i < series.Length; i++)
        {
            int x = LabelWidth + (i * 110);
            Add(svg, $"<rect x=\"{x}\" y=\"12\" width=\"10\" height=\"10\" fill=\"{series[i].Color}\"/><text x=\"{x + 15}\" y=\"21\">{series[i].Kind.Name()}</text>\n");
        }
    }

    private static void AppendPanel(
        StringBuilder svg, int left, string title, IReadOnlyList<ScenarioResult> results, (ContenderKind Kind, string Color)[] series, int rowHeight, Func<Cost, double> of)
    {
        int bottom = Top + (results.Count * rowHeight);
        Add(svg, $"<text x=\"{left}\" y=\"42\" font-weight=\"bold\">{title}</text>\n");
        foreach (double mark in Marks)
        {
            string color = mark == 1 ? "#24292f" : "#d8dee4";
            Add(svg, $"<line x1=\"{X(left, mark):F1}\" y1=\"{Top - 6}\" x2=\"{X(left, mark):F1}\" y2=\"{bottom}\" stroke=\"{color}\"/>");
            Add(svg, $"<text x=\"{X(left, mark):F1}\" y=\"{bottom + 14}\" text-anchor=\"middle\" font-size=\"9\">{mark:0.##}</text>\n");
        }

        for (int row = 0; row < results.Count; row++)
        {
            for (int bar = 0; bar < series.Length; bar++)
            {
                AppendBar(svg, left, Top + (row * rowHeight) + (bar * BarHeight), series[bar].Color, results[row].Ratio(series[bar].Kind, of));
            }
        }
    }

    private static void AppendBar(StringBuilder svg, int left, int y, string color, double ratio)
    {
        double end = X(left, ratio);
        Add(svg, $"<rect x=\"{left}\" y=\"{y}\" width=\"{Math.Max(1, end - left):F1}\" height=\"{BarHeight - 1}\" fill=\"{color}\"/>");
        Add(svg, $"<text x=\"{end + 3:F1}\" y=\"{y + BarHeight - 2}\" font-size=\"8\">{Figures.Ratio(ratio)}</text>\n");
    }

    private static double X(int left, double ratio) =>
        left + (PanelWidth * Math.Log(Math.Clamp(ratio, Least, Most) / Least) / Math.Log(Most / Least));

    private static void Add(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));
}
