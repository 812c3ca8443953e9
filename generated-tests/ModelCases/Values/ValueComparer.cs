namespace S3Gen.ModelCases.Values;

/// <summary>
/// Compares values and says where they differ. An empty list or map and none at all are the same, as the client never has a null
/// collection in a response; an empty structure and none are not.
/// </summary>
public static class ValueComparer
{
    public static IReadOnlyList<string> Differences(StructureValue expected, StructureValue actual)
    {
        List<string> differences = [];
        CompareFields(expected.Members, actual.Members, string.Empty, differences);
        return differences;
    }

    private static void Compare(Value? expected, Value? actual, string path, List<string> differences)
    {
        switch (expected, actual)
        {
            case (StructureValue left, StructureValue right):
                CompareFields(left.Members, right.Members, path, differences);
                break;
            case (MapValue left, MapValue right):
                CompareFields(left.Entries, right.Entries, path, differences);
                break;
            case (ListValue left, ListValue right):
                CompareItems(left, right, path, differences);
                break;
            case (BlobValue left, BlobValue right) when left.Bytes.Span.SequenceEqual(right.Bytes.Span):
                break;
            case (TimestampValue left, TimestampValue right) when left.Time == right.Time:
                break;
            default:
                if (!Equals(expected, actual))
                {
                    differences.Add($"{path}: expected {ValueText.Of(expected)}, got {ValueText.Of(actual)}");
                }

                break;
        }
    }

    private static void CompareFields(
        IReadOnlyList<KeyValuePair<string, Value>> expected, IReadOnlyList<KeyValuePair<string, Value>> actual, string path, List<string> differences)
    {
        foreach (string name in expected.Concat(actual).Select(field => field.Key).Distinct())
        {
            Compare(Find(expected, name), Find(actual, name), path.Length == 0 ? name : $"{path}.{name}", differences);
        }
    }

    private static Value? Find(IReadOnlyList<KeyValuePair<string, Value>> fields, string name) =>
        fields.FirstOrDefault(field => field.Key == name).Value is var value && IsNothing(value) ? null : value;

    private static bool IsNothing(Value? value) => value is null or ListValue { Items.Count: 0 } or MapValue { Entries.Count: 0 };

    private static void CompareItems(ListValue expected, ListValue actual, string path, List<string> differences)
    {
        if (expected.Items.Count != actual.Items.Count)
        {
            differences.Add($"{path}: expected {expected.Items.Count} items, got {actual.Items.Count}");
        }

        foreach ((int index, (Value left, Value right)) in expected.Items.Zip(actual.Items).Index())
        {
            Compare(left, right, $"{path}[{index}]", differences);
        }
    }
}
