using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace S3Gen.Runtime.Signing;

/// <summary>
/// Computes the public point of a private P-256 key, which not every platform does when it imports one. It runs once for each key:
/// a Montgomery ladder over Jacobian coordinates, the same steps for every bit.
/// </summary>
/// <seealso href="https://nvlpubs.nist.gov/nistpubs/SpecialPublications/NIST.SP.800-186.pdf"/>
internal static class P256
{
    private const int FieldSize = 32;

    private static readonly BigInteger Prime = Parse("FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF");

    private static readonly Point Base = new(
        Parse("6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296"),
        Parse("4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5"),
        BigInteger.One);

    /// <summary>The point of a big-endian scalar from 1 to the order less one.</summary>
    internal static ECPoint PublicPoint(ReadOnlySpan<byte> scalar)
    {
        Point low = new(BigInteger.One, BigInteger.One, BigInteger.Zero);
        Point high = Base;
        foreach (byte part in scalar)
        {
            for (int bit = 7; bit >= 0; bit--)
            {
                bool isSet = ((part >> bit) & 1) != 0;
                Point sum = Add(low, high);
                Point twice = Double(isSet ? high : low);
                (low, high) = isSet ? (sum, twice) : (twice, sum);
            }
        }

        BigInteger inverse = BigInteger.ModPow(low.Z, Prime - 2, Prime);
        BigInteger square = Reduce(inverse * inverse);
        return new ECPoint { X = ToBytes(Reduce(low.X * square)), Y = ToBytes(Reduce(low.Y * square * inverse)) };
    }

    private static Point Double(Point p)
    {
        BigInteger delta = Reduce(p.Z * p.Z);
        BigInteger gamma = Reduce(p.Y * p.Y);
        BigInteger beta = Reduce(p.X * gamma);
        BigInteger alpha = Reduce(3 * (p.X - delta) * (p.X + delta));
        BigInteger x = Reduce((alpha * alpha) - (8 * beta));
        BigInteger z = Reduce(2 * p.Y * p.Z);
        return new Point(x, Reduce((alpha * ((4 * beta) - x)) - (8 * gamma * gamma)), z);
    }

    /// <summary>Adds points that differ, as those of the ladder always do.</summary>
    private static Point Add(Point p, Point q)
    {
        if (p.Z.IsZero || q.Z.IsZero)
        {
            return p.Z.IsZero ? q : p;
        }

        BigInteger pz = Reduce(p.Z * p.Z);
        BigInteger qz = Reduce(q.Z * q.Z);
        BigInteger u = Reduce(p.X * qz);
        BigInteger s = Reduce(p.Y * q.Z * qz);
        BigInteger h = Reduce((q.X * pz) - u);
        BigInteger r = Reduce((q.Y * p.Z * pz) - s);
        BigInteger hSquare = Reduce(h * h);
        BigInteger hCube = Reduce(h * hSquare);
        BigInteger v = Reduce(u * hSquare);
        BigInteger x = Reduce((r * r) - hCube - (2 * v));
        return new Point(x, Reduce((r * (v - x)) - (s * hCube)), Reduce(p.Z * q.Z * h));
    }

    private static BigInteger Reduce(BigInteger number)
    {
        BigInteger rest = number % Prime;
        return rest.Sign < 0 ? rest + Prime : rest;
    }

    private static byte[] ToBytes(BigInteger number)
    {
        byte[] bytes = new byte[FieldSize];
        number.TryWriteBytes(bytes.AsSpan(FieldSize - number.GetByteCount(isUnsigned: true)), out _, isUnsigned: true, isBigEndian: true);
        return bytes;
    }

    private static BigInteger Parse(string hexadecimal) =>
        BigInteger.Parse("0" + hexadecimal, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private readonly record struct Point(BigInteger X, BigInteger Y, BigInteger Z);
}
