using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

/// <summary>
/// The slices of a model in a fixed number of slots, each slice always in the slot that its file's name hashes to. Roslyn compares
/// the outputs of a step by position: in a plain list an added operation would shift, and so re-emit, all that follow it.
/// </summary>
internal static class SliceTable
{
    private const int Slots = 1024;

    public static IEnumerable<EquatableArray<FileBinding>> Of(ServiceModel? model)
    {
        if (model is null)
        {
            return [];
        }

        List<FileBinding>?[] slots = new List<FileBinding>?[Slots];
        foreach (FileBinding file in ModelBinder.Bind(model))
        {
            (slots[SlotOf(file.FileName)] ??= []).Add(file);
        }

        return slots.Select(slot => slot is null ? default : slot.ToEquatableArray());
    }

    // FNV-1a: string.GetHashCode differs between processes.
    private static int SlotOf(string name)
    {
        uint hash = 2166136261;
        foreach (char c in name)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return (int)(hash % Slots);
    }
}
