using System.Xml.Linq;

namespace S3Gen.ModelCases.Http;

/// <summary>
/// Compares documents as trees. Elements and attributes have to have the same names, namespaces and text. The order of like-named
/// siblings matters, unless they are entries of a map; that of others does not. White space matters where there are no child elements;
/// declarations of the default namespace do not, those of prefixes do.
/// </summary>
/// <param name="mapKeys">Names of the elements that hold the keys of maps: a parent of one, and of one other child, is an entry.</param>
public sealed class XmlTrees(IReadOnlySet<string> mapKeys)
{
    public IReadOnlyList<string> Differences(XElement expected, XElement actual)
    {
        List<string> differences = [];
        Compare(expected, actual, "/" + expected.Name.LocalName, differences);
        return differences;
    }

    private void Compare(XElement expected, XElement actual, string path, List<string> differences)
    {
        if (expected.Name != actual.Name)
        {
            differences.Add($"{path}: expected element {expected.Name}, got {actual.Name}");
            return;
        }

        CompareAttributes(expected, actual, path, differences);
        if (expected.HasElements || actual.HasElements)
        {
            CompareChildren(expected, actual, path, differences);
        }
        else if (expected.Value != actual.Value)
        {
            differences.Add($"{path}: expected '{expected.Value}', got '{actual.Value}'");
        }
    }

    private static void CompareAttributes(XElement expected, XElement actual, string path, List<string> differences)
    {
        Dictionary<XName, string> left = AttributesOf(expected);
        Dictionary<XName, string> right = AttributesOf(actual);
        foreach (XName name in left.Keys.Union(right.Keys).Where(name => left.GetValueOrDefault(name) != right.GetValueOrDefault(name)))
        {
            differences.Add($"{path}/@{name}: expected '{left.GetValueOrDefault(name)}', got '{right.GetValueOrDefault(name)}'");
        }
    }

    private static Dictionary<XName, string> AttributesOf(XElement element) =>
        element.Attributes().Where(attribute => attribute.Name != "xmlns").ToDictionary(attribute => attribute.Name, attribute => attribute.Value);

    private void CompareChildren(XElement expected, XElement actual, string path, List<string> differences)
    {
        ILookup<XName, XElement> left = expected.Elements().ToLookup(child => child.Name);
        ILookup<XName, XElement> right = actual.Elements().ToLookup(child => child.Name);
        foreach (XName name in left.Concat(right).Select(group => group.Key).Distinct())
        {
            if (left[name].Count() != right[name].Count())
            {
                differences.Add($"{path}/{name.LocalName}: expected {left[name].Count()}, got {right[name].Count()} (namespace '{name.NamespaceName}')");
            }

            foreach ((int index, (XElement one, XElement other)) in Sort(left[name]).Zip(Sort(right[name])).Index())
            {
                Compare(one, other, $"{path}/{name.LocalName}[{index}]", differences);
            }
        }

        CompareLooseText(expected, actual, path, differences);
    }

    private IEnumerable<XElement> Sort(IEnumerable<XElement> siblings) =>
        siblings.All(IsEntry) ? siblings.OrderBy(KeyOf, StringComparer.Ordinal) : siblings;

    private bool IsEntry(XElement element) => element.Elements().Count() <= 2 && element.Elements().Any(child => mapKeys.Contains(child.Name.LocalName));

    private string KeyOf(XElement entry) => entry.Elements().First(child => mapKeys.Contains(child.Name.LocalName)).Value;

    private static void CompareLooseText(XElement expected, XElement actual, string path, List<string> differences)
    {
        string left = string.Concat(expected.Nodes().OfType<XText>()).Trim();
        string right = string.Concat(actual.Nodes().OfType<XText>()).Trim();
        if (left != right)
        {
            differences.Add($"{path}: expected '{left}' between the elements, got '{right}'");
        }
    }
}
