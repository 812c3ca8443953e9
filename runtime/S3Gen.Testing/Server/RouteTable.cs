using S3Gen.Testing.CodeGen;

namespace S3Gen.Testing.Server;

/// <summary>
/// Chooses an operation's route: the method and the form of the path first, then whatever tells operations of one path apart, which are literals
/// in the query, and parameters and headers that one operation must have and its neighbour has not.
/// </summary>
internal sealed class RouteTable
{
    /// <summary>Names an operation to people; requests need not have it.</summary>
    private const string Hint = "x-id";

    private readonly Dictionary<(ResourceLevel Level, string Method), List<Candidate>> _candidates = [];
    private readonly Dictionary<ResourceLevel, HashSet<string>> _subResources = [];

    internal RouteTable(IEnumerable<ServerRoute> routes)
    {
        foreach (IGrouping<(ResourceLevel, string), ServerRoute> group in routes.GroupBy(static route => (LevelOf(route), route.Method)))
        {
            ServerRoute[] all = [.. group];
            _candidates[group.Key] = [.. all.Select(route => new Candidate(route, all)).OrderByDescending(static candidate => candidate.Specificity)];
        }
        foreach (ResourceLevel level in Enum.GetValues<ResourceLevel>())
        {
            _subResources[level] = [.. _candidates.Where(entry => entry.Key.Level == level).SelectMany(static entry => entry.Value).SelectMany(static candidate => candidate.LiteralNames)];
        }
    }

    /// <summary>The name of the operation that a request is for; null where there is none.</summary>
    internal string? Find(ResourceLevel level, string method, RawQuery query, Func<string, string?> header)
    {
        if (!_candidates.TryGetValue((level, method), out List<Candidate>? candidates))
        {
            return null;
        }
        foreach (Candidate candidate in candidates)
        {
            if (candidate.Matches(query, header) && !AsksForMore(candidate, level, query))
            {
                return candidate.Operation;
            }
        }
        return null;
    }

    /// <summary>Whether another method would find an operation here.</summary>
    internal bool IsKnownElsewhere(ResourceLevel level, RawQuery query, Func<string, string?> header) =>
        _candidates.Keys.Any(key => key.Level == level && Find(level, key.Method, query, header) is not null);

    /// <summary>A sub-resource that the candidate knows nothing of: to answer for the object instead would be a wrong success.</summary>
    private bool AsksForMore(Candidate candidate, ResourceLevel level, RawQuery query)
    {
        foreach ((string name, _) in query.Parameters)
        {
            if (_subResources[level].Contains(name) && !candidate.Knows(name))
            {
                return true;
            }
        }
        return false;
    }

    private static ResourceLevel LevelOf(ServerRoute route) =>
        !route.HasBucket ? ResourceLevel.Service : route.Path == "/" ? ResourceLevel.Bucket : ResourceLevel.Object;

    private sealed class Candidate
    {
        private readonly ServerRoute _route;
        private readonly (string Name, string? Value)[] _literals;
        private readonly string? _hint;
        private readonly string[] _requiredQuery = [];
        private readonly string[] _requiredHeaders = [];
        private readonly string[] _foreignQuery;

        internal Candidate(ServerRoute route, IReadOnlyList<ServerRoute> group)
        {
            _route = route;
            _literals = [.. route.Literals.Select(Split).Where(static literal => literal.Name != Hint)];
            _hint = route.Literals.Select(Split).FirstOrDefault(static literal => literal.Name == Hint).Value;
            ServerRoute[] siblings = [.. group.Where(other => other != route && Sub(other).SequenceEqual(Sub(route)))];
            // One that stands alone at its sub-resource is meant even where a parameter is missing, and says so itself.
            if (siblings.Length > 0 || _literals.Length == 0)
            {
                _requiredQuery = [.. route.RequiredQuery];
                _requiredHeaders = [.. route.RequiredHeaders];
            }
            _foreignQuery = [.. siblings.SelectMany(static sibling => sibling.RequiredQuery).Except(route.Query).Distinct()];
        }

        internal string Operation => _route.Operation;

        internal int Specificity => (_literals.Length * 100) + (_requiredQuery.Length * 10) + _requiredHeaders.Length;

        internal IEnumerable<string> LiteralNames => _literals.Select(static literal => literal.Name);

        internal bool Knows(string name) => Array.Exists(_literals, literal => literal.Name == name) || _route.Query.Contains(name);

        internal bool Matches(RawQuery query, Func<string, string?> header) =>
            Array.TrueForAll(_literals, literal => query[literal.Name] is { } value && (literal.Value is null || literal.Value == value))
            && (_hint is null || query[Hint] is not { } hint || hint == _hint)
            && Array.TrueForAll(_requiredQuery, query.Has)
            && Array.TrueForAll(_requiredHeaders, name => header(name) is not null)
            && !Array.Exists(_foreignQuery, query.Has);

        private static IEnumerable<string> Sub(ServerRoute route) => route.Literals.Where(static literal => !literal.StartsWith(Hint + "=", StringComparison.Ordinal));

        private static (string Name, string? Value) Split(string literal)
        {
            int equals = literal.IndexOf('=', StringComparison.Ordinal);
            return equals < 0 ? (literal, null) : (literal[..equals], literal[(equals + 1)..]);
        }
    }
}
