using System.Text;
using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Import.Botocore;

/// <summary>An enumeration; C2J has only its wire values, so the names are made from them as Smithy's own converter does.</summary>
internal static class EnumConverter
{
    public static JsonObject Convert(JsonObject shape, JsonArray values)
    {
        JsonObject members = [];
        foreach (string value in values.Select(Ast.Text).OfType<string>())
        {
            string name = NameOf(value);
            for (int i = 2; members.ContainsKey(name); i++)
            {
                name = $"{NameOf(value)}_{i}";
            }

            members[name] = new JsonObject
            {
                ["target"] = Ast.Unit,
                ["traits"] = new JsonObject { ["smithy.api#enumValue"] = value },
            };
        }

        return ShapeConverter.Common(shape).On(new JsonObject { ["type"] = "enum", ["members"] = members });
    }

    private static string NameOf(string value)
    {
        StringBuilder name = new(value.Length);
        foreach (char c in value)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                name.Append(c);
            }
            else if (name.Length > 0 && name[^1] != '_')
            {
                name.Append('_');
            }
        }

        return name.Length == 0 ? "EMPTY" : char.IsAsciiDigit(name[0]) ? $"_{name}" : name.ToString();
    }
}
