using System.Globalization;
using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting;

/// <summary>Extension methods over the client's interface, so that every implementation of it has them: short overloads, pages, waiters.</summary>
internal static class ExtensionEmitter
{
    private const int MostShortParameters = 3;

    public static string Emit(OperationBinding operation)
    {
        CodeWriter code = new(1);
        WriteShortOverload(code, operation);
        if (operation.Paginator is { } paginator)
        {
            WritePages(code, operation, paginator);
            WriteItems(code, operation, paginator);
        }

        foreach (WaiterBinding waiter in operation.Waiters)
        {
            WriteWaiter(code, operation, waiter);
        }

        return code.ToString();
    }

    private static void WriteShortOverload(CodeWriter code, OperationBinding operation)
    {
        MemberBinding[] required = [.. operation.Request.Members.Where(member => member.IsRequiredProperty)];
        if (required.Length > MostShortParameters || required.Any(member => member.Type.Kind != TypeKind.String))
        {
            return;
        }

        // Buckets and keys first, as people say them; then what the model lists.
        MemberBinding[] ordered = [.. required.OrderBy(member => member.Location switch { MemberLocation.Bucket => 0, MemberLocation.Label => 1, _ => 2 })];
        string declarations = string.Concat(ordered.Select(member => $"string {member.Local}, "));
        string initializers = string.Join(", ", ordered.Select(member => $"{member.Property} = {member.Local}"));
        string creation = ordered.Length == 0 ? $"new {operation.Request.TypeName}()" : $"new {operation.Request.TypeName} {{ {initializers} }}";
        Lines(code, XmlDoc.Summary(operation.Documentation ?? $"Calls the operation {operation.Name}."));
        WriteParameterDocs(code, ordered);
        WriteObsolete(code, operation);
        code.Line($"public static Task<{operation.Response.TypeName}> {operation.Name}Async(");
        code.Push();
        code.Line($"this I{operation.Target.ClientName} client, {declarations}CancellationToken cancellationToken = default)");
        code.Pop();
        code.Line("{");
        code.Push();
        code.Line("ArgumentNullException.ThrowIfNull(client);");
        code.Line($"return client.{operation.Name}Async({creation}, cancellationToken);");
        code.Close();
        code.Blank();
    }

    private static void WriteParameterDocs(CodeWriter code, IEnumerable<MemberBinding> parameters)
    {
        code.Line("/// <param name=\"client\">The client that sends the request.</param>");
        foreach (MemberBinding member in parameters)
        {
            Lines(code, XmlDoc.Element("param", member.Documentation ?? member.Name + ".").Select(line =>
                line.Replace("<param>", $"<param name=\"{member.Local.TrimStart('@')}\">")));
        }

        code.Line("/// <param name=\"cancellationToken\">Gives the call up.</param>");
        code.Line("/// <returns>What the service answered.</returns>");
    }

    private static void WritePages(CodeWriter code, OperationBinding operation, PaginatorBinding paginator)
    {
        WritePagingDocs(code, $"Lists page by page: each page is fetched when the one before has been used. See <see cref=\"I{operation.Target.ClientName}.{operation.Name}Async\"/>.");
        code.Line($"public static async IAsyncEnumerable<{operation.Response.TypeName}> {operation.Name}PagesAsync(");
        code.Push();
        code.Line($"this I{operation.Target.ClientName} client, {operation.Request.TypeName} request, [EnumeratorCancellation] CancellationToken cancellationToken = default)");
        code.Pop();
        code.Line("{");
        code.Push();
        code.Line("ArgumentNullException.ThrowIfNull(client);");
        code.Line("ArgumentNullException.ThrowIfNull(request);");
        code.Open("while (true)");
        code.Line($"{operation.Response.TypeName} page = await client.{operation.Name}Async(request, cancellationToken).ConfigureAwait(false);");
        code.Line("yield return page;");
        WriteNext(code, paginator);
        code.Close();
        code.Close();
        code.Blank();
    }

    private static void WriteNext(CodeWriter code, PaginatorBinding paginator)
    {
        List<string> arguments = [];
        foreach (TokenBinding token in paginator.Tokens)
        {
            string name = code.Fresh("token");
            string next = token.Fallback is { } fallback ? $"{token.Next} is {{ Length: > 0 }} sent ? sent : ({fallback})" : token.Next;
            code.Line($"{token.RequestType}? {name} = {next};");
            arguments.Add(name);
        }

        string isLast = string.Join(" && ", paginator.Tokens.Select((token, i) => token.RequestType == "string" ? $"string.IsNullOrEmpty({arguments[i]})" : $"{arguments[i]} is null"));
        string more = paginator.MoreResults is { } expression ? $"{expression} is not true || " : string.Empty;
        code.Open($"if ({more}{(more.Length > 0 && paginator.Tokens.Count > 1 ? $"({isLast})" : isLast)})");
        code.Line("yield break;");
        code.Close();
        string isSame = string.Join(" && ", paginator.Tokens.Select((token, i) => $"{arguments[i]} == request.{token.RequestProperty}"));
        code.Open($"if ({isSame})");
        code.Line("throw new InvalidOperationException(\"The service returned the token that it was given: the listing would never end.\");");
        code.Close();
        code.Blank();
        code.Line($"request = request.NextPage({string.Join(", ", arguments)});");
    }

    private static void WriteItems(CodeWriter code, OperationBinding operation, PaginatorBinding paginator)
    {
        if (paginator.ItemsPath is not { } items || paginator.ItemType is not { } itemType)
        {
            return;
        }

        WritePagingDocs(code, $"Lists item by item, over as many pages as there are. See <see cref=\"I{operation.Target.ClientName}.{operation.Name}Async\"/>.");
        code.Line($"public static async IAsyncEnumerable<{itemType}> {operation.Name}ItemsAsync(");
        code.Push();
        code.Line($"this I{operation.Target.ClientName} client, {operation.Request.TypeName} request, [EnumeratorCancellation] CancellationToken cancellationToken = default)");
        code.Pop();
        code.Line("{");
        code.Push();
        code.Open($"await foreach ({operation.Response.TypeName} page in client.{operation.Name}PagesAsync(request, cancellationToken).ConfigureAwait(false))");
        code.Open($"foreach ({itemType} entry in {items}{(items.Contains("?.") ? $" ?? {paginator.NoItems}" : string.Empty)})");
        code.Line("yield return entry;");
        code.Close();
        code.Close();
        code.Close();
        code.Blank();
    }

    private static void WritePagingDocs(CodeWriter code, string summary)
    {
        code.Line($"/// <summary>{summary}</summary>");
        code.Line("/// <param name=\"client\">The client that sends the requests.</param>");
        code.Line("/// <param name=\"request\">The first request; its token says where to begin.</param>");
        code.Line("/// <param name=\"cancellationToken\">Gives the listing up.</param>");
        code.Line("/// <returns>A sequence that fetches while it is enumerated.</returns>");
        code.Line("/// <exception cref=\"InvalidOperationException\">The service returned the token that it was given.</exception>");
    }

    private static void WriteWaiter(CodeWriter code, OperationBinding operation, WaiterBinding waiter)
    {
        code.Line($"/// <summary>Waits until {XmlDoc.Escape(waiter.Name)}, by polling <see cref=\"I{operation.Target.ClientName}.{operation.Name}Async\"/>.</summary>");
        code.Line("/// <param name=\"client\">The client that sends the requests.</param>");
        code.Line("/// <param name=\"request\">The request that is repeated.</param>");
        code.Line("/// <param name=\"options\">Delays and the longest wait; null for the defaults of the model.</param>");
        code.Line("/// <param name=\"cancellationToken\">Gives the wait up.</param>");
        code.Line("/// <returns>A task that ends when the state is reached.</returns>");
        code.Line($"public static Task WaitUntil{waiter.Name}Async(");
        code.Push();
        code.Line($"this I{operation.Target.ClientName} client, {operation.Request.TypeName} request, WaiterOptions? options = null, CancellationToken cancellationToken = default)");
        code.Pop();
        code.Line("{");
        code.Push();
        code.Line("ArgumentNullException.ThrowIfNull(client);");
        code.Line("ArgumentNullException.ThrowIfNull(request);");
        code.Line("return Waiter.RunAsync(");
        code.Push();
        code.Line($"{CSharpLiteral.Text(waiter.Name)},");
        code.Line($"client.{operation.Name}Async,");
        code.Line("request,");
        code.Line("Accept,");
        code.Line($"minDelay: TimeSpan.FromSeconds({waiter.MinDelaySeconds.ToString(CultureInfo.InvariantCulture)}),");
        code.Line($"maxDelay: TimeSpan.FromSeconds({waiter.MaxDelaySeconds.ToString(CultureInfo.InvariantCulture)}),");
        code.Line("options,");
        code.Line("cancellationToken);");
        code.Pop();
        code.Blank();
        code.Line($"static WaiterState? Accept({operation.Response.TypeName}? response, ServiceException? error) => (response, error) switch");
        code.Line("{");
        code.Push();
        foreach (AcceptorBinding acceptor in waiter.Acceptors)
        {
            string pattern = acceptor.ErrorType is { } type ? $"(_, {{ ErrorCode: {CSharpLiteral.Text(type)} }})"
                : acceptor.Condition is { } condition ? $"(not null, _) when {condition}"
                : acceptor.Success == true ? "(not null, _)" : "(_, not null)";
            code.Line($"{pattern} => WaiterState.{acceptor.State},");
        }

        code.Line("_ => null,");
        code.Pop();
        code.Line("};");
        code.Close();
        code.Blank();
    }

    private static void WriteObsolete(CodeWriter code, OperationBinding operation)
    {
        if (operation.Deprecation is { } message)
        {
            code.Line($"[Obsolete({CSharpLiteral.Text(message)})]");
        }
    }

    private static void Lines(CodeWriter code, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            code.Line(line);
        }
    }
}
