namespace S3Gen.Generator.Rules;

/// <summary>Finds the parameters that expressions and results read.</summary>
internal static class ReferenceFinder
{
    public static void Collect(RuleResult result, HashSet<string> names)
    {
        if (result is ErrorResult error)
        {
            Collect(error.Message, names);
        }
        else if (result is EndpointResult endpoint)
        {
            Collect(endpoint.Url, names);
            foreach (RuleExpression value in endpoint.Headers.SelectMany(header => header.Values))
            {
                Collect(value, names);
            }

            foreach (DocumentMap scheme in endpoint.AuthSchemes.Append(endpoint.Properties))
            {
                Collect(scheme, names);
            }
        }
    }

    public static void Collect(RuleExpression expression, HashSet<string> names)
    {
        switch (expression)
        {
            case ParameterReference parameter:
                names.Add(parameter.Name);
                break;
            case AttributeAccess access:
                Collect(access.Target, names);
                break;
            case ElementAccess access:
                Collect(access.Target, names);
                break;
            case RuleCall call:
                foreach (RuleExpression argument in call.Arguments)
                {
                    Collect(argument, names);
                }

                break;
            case TextTemplate template:
                foreach (TemplatePart part in template.Parts.Where(part => part.Value is not null))
                {
                    Collect(part.Value!, names);
                }

                break;
        }
    }

    private static void Collect(DocumentValue value, HashSet<string> names)
    {
        switch (value)
        {
            case DocumentText text:
                Collect(text.Text, names);
                break;
            case DocumentList list:
                foreach (DocumentValue item in list.Items)
                {
                    Collect(item, names);
                }

                break;
            case DocumentMap map:
                foreach (DocumentEntry entry in map.Entries)
                {
                    Collect(entry.Value, names);
                }

                break;
        }
    }
}
