/// Lines of logs in which an identifier stands where none belongs: what it is, where it stands, how it is written there.
///
/// A fourth column says what must not be found if that is less than what is written. Targets and referrers are written
/// as clients send them, everything else as it is.
enum PlantedLines {
    static let table = #"""
        email | segment | jane.roe@example.org
        email | segment | JANE.ROE@EXAMPLE.ORG
        email | segment | Jane.Roe%40Example.org
        email | segment | jane.roe%2540example.org
        email | segment | jane.roe%252540example.org
        email | segment | mailto:jane.roe@example.org
        email | segment | jane+news@mail.example.co.kr
        email | segment | jane_roe@example.museum
        email | segment | jane@localhost
        email | segment | root@[192.0.2.1]
        email | segment | %22jane%20roe%22@example.org
        email | segment | jane.roe(at)example.org
        email | segment | jane.roe%20(at)%20example%20(dot)%20org
        email | segment | jane.roe[at]example[dot]org
        email | segment | jane.roe&#64;example.org
        email | segment | jane.roe%26%2364;example.org
        email | segment | jane.roe%5Cu0040example.org
        email | segment | jane.roe%u0040example.org
        email | segment | %EC%A0%9C%EC%9D%B8@%EC%98%88%EC%8B%9C.kr
        email | segment | jane@xn--9n2bp8q.xn--9t4b11yi5a
        email | slug | jane.roe@example.org
        email | slug | jane.roe%40example.org
        email | parameter | jane.roe@example.org
        email | parameter | jane.roe%40example.org
        email | parameter | jane.roe%2540example.org
        email | parameter | jane.roe%EF%BC%A0example.org
        email | parameter | JANE.ROE%40EXAMPLE.ORG
        email | parameter | from+jane.roe%40example.org+today
        email | search | jane.roe%40example.org
        email | search | jane+roe+jane.roe@example.org
        email | search | jane.roe+at+example+dot+org
        email | search | jane.roe+%5Bat%5D+example.org
        email | search | jane.roe+@+example.org
        email | search | jane.roe%EF%B9%ABexample.org
        email | keyword | jane.roe%40example.org
        email | keyword | jane.roe%2540example.org
        email | referrer | jane.roe@example.org
        email | referrer | jane.roe%40example.org
        email | host | jane.roe@example.org | jane.roe
        email | method | jane.roe@example.org
        email | protocol | jane.roe@example.org
        email | agent | jane.roe@example.org
        email | event | jane.roe@example.org
        email | element | jane.roe@example.org
        email | segment | amFuZS5yb2VAZXhhbXBsZS5vcmc=
        email | segment | amFuZS5yb2VAZXhhbXBsZS5vcmc
        email | segment | amFuZUBleGFtcGxlLm9yZw==
        email | search | amFuZS5yb2VAZXhhbXBsZS5vcmc%3D
        email | parameter | bWFpbHRvOmphbmUucm9lQGV4YW1wbGUub3Jn
        email | segment | 6a616e652e726f65406578616d706c652e6f7267
        phone | segment | +82-10-9876-5432
        phone | segment | +821098765432
        phone | segment | %2B821098765432
        phone | segment | %252B821098765432
        phone | segment | 821098765432
        phone | segment | 82-10-9876-5432
        phone | segment | 0082-10-9876-5432
        phone | segment | 010-9876-5432
        phone | segment | 01098765432
        phone | segment | 010.9876.5432
        phone | segment | 010_9876_5432
        phone | segment | 010%209876%205432
        phone | segment | 010-98765432
        phone | segment | 011-987-6543
        phone | segment | 02-987-6543
        phone | segment | 02-9876-5432
        phone | segment | (02)9876-5432
        phone | segment | 02)9876-5432
        phone | segment | 031-987-6543
        phone | segment | 070-9876-5432
        phone | segment | 0505-987-6543
        phone | segment | tel:+82-10-9876-5432
        phone | segment | %EF%BC%90%EF%BC%91%EF%BC%90-%EF%BC%99%EF%BC%98%EF%BC%97%EF%BC%96-%EF%BC%95%EF%BC%94%EF%BC%93%EF%BC%92
        phone | segment | +81-90-9876-5432
        phone | segment | +819098765432
        phone | segment | 090-9876-5432
        phone | segment | 09098765432
        phone | segment | 080-9876-5432
        phone | segment | 070-1234-5678
        phone | segment | 03-9876-5432
        phone | segment | 0398765432
        phone | segment | 06(9876)5432
        phone | segment | 0120-987-654
        phone | segment | +1-415-555-2671
        phone | segment | 415-555-2671
        phone | segment | (415)%20555-2671
        phone | segment | 4155552671
        phone | segment | +4930901820
        phone | segment | 0171%201234567
        phone | segment | 06%2012%2034%2056%2078
        phone | slug | 010-9876-5432
        phone | slug | 090-9876-5432
        phone | parameter | %2B82%2010%209876%205432
        phone | parameter | +82+10+9876+5432
        phone | parameter | 010-9876-5432
        phone | parameter | 01098765432
        phone | parameter | 4155552671
        phone | parameter | 0398765432
        phone | search | %EF%BC%90%EF%BC%99%EF%BC%90%EF%BC%8D%EF%BC%99%EF%BC%98%EF%BC%97%EF%BC%96%EF%BC%8D%EF%BC%95%EF%BC%94%EF%BC%93%EF%BC%92
        phone | search | 010%E3%83%BC9876%E3%83%BC5432
        phone | search | 010%E2%80%949876%E2%80%945432
        phone | search | 010%C2%B79876%C2%B75432
        phone | search | 010%EF%BD%9E9876%EF%BD%9E5432
        phone | search | call+010+9876+5432+now
        phone | search | (010)9876-5432
        phone | search | 011+82+10+9876+5432
        phone | search | 555+9876543
        phone | keyword | 010-9876-5432
        phone | keyword | %2B81%2090%209876%205432
        phone | referrer | 010-9876-5432
        phone | referrer | 01098765432
        phone | host | 01098765432.example.org | 01098765432
        phone | host | 010-9876-5432.com
        phone | method | 010-9876-5432
        phone | agent | +82-10-9876-5432
        phone | event | call_01098765432 | 01098765432
        phone | element | tel:010-9876-5432
        card | segment | 4242424242424242
        card | segment | 4242-4242-4242-4242
        card | segment | 4242%204242%204242%204242
        card | segment | 4242.4242.4242.4242
        card | segment | 5555-5555-5555-4444
        card | segment | 3714-496353-98431
        card | segment | 378282246310005
        card | segment | 6011000990139424
        card | segment | 3530111333300000
        card | segment | 6250941006528599
        card | slug | 4242-4242-4242-4242
        card | parameter | 4242424242424242
        card | parameter | 4242+4242+4242+4242
        card | search | %EF%BC%94242-4242-4242-4242
        card | search | 5555555555554444
        card | search | NDI0MjQyNDI0MjQyNDI0Mg==
        card | keyword | 4242%2B4242%2B4242%2B4242
        card | referrer | 4242424242424242
        card | event | pay:4242424242424242 | 4242424242424242
        card | element | 4242-4242-4242-4242
        ipv4 | segment | 198.51.100.23
        ipv4 | segment | 198%2E51%2E100%2E23
        ipv4 | segment | 198%252E51%252E100%252E23
        ipv4 | segment | 198-51-100-23
        ipv4 | segment | 198_51_100_23
        ipv4 | segment | ip-10-0-0-23
        ipv4 | segment | 198.051.100.023
        ipv4 | segment | 0306.0063.0144.0027
        ipv4 | segment | 0xC6.0x33.0x64.0x17
        ipv4 | segment | 0xC6336417
        ipv4 | segment | 0xc6336417
        ipv4 | segment | c6336417
        ipv4 | segment | C6336417
        ipv4 | segment | 3325256727
        ipv4 | segment | 030614662027
        ipv4 | segment | 198[.]51[.]100[.]23
        ipv4 | segment | 198.51.100.23:8080
        ipv4 | segment | 23.100.51.198.in-addr.arpa
        ipv4 | segment | MTk4LjUxLjEwMC4yMw==
        ipv4 | slug | 198.51.100.23
        ipv4 | slug | 198-51-100-23
        ipv4 | slug | c6336417
        ipv4 | parameter | 198.51.100.23
        ipv4 | parameter | 198%252E51%252E100%252E23
        ipv4 | parameter | 3325256727
        ipv4 | parameter | 0xC6336417
        ipv4 | parameter | c6336417
        ipv4 | search | %EF%BC%91%EF%BC%99%EF%BC%98.51.100.23
        ipv4 | search | 198%E3%80%8251%E3%80%82100%E3%80%8223
        ipv4 | search | my+ip+is+198.51.100.23
        ipv4 | search | 0306.0063.0144.0027
        ipv4 | search | 30614662027
        ipv4 | keyword | 198.51.100.23
        ipv4 | referrer | 198.51.100.23
        ipv4 | host | 198.51.100.23
        ipv4 | host | 198-51-100-23.example.org | 198-51-100-23
        ipv4 | host | 0xC6336417.example.org | 0xC6336417
        ipv4 | method | 198.51.100.23
        ipv4 | protocol | 198.51.100.23
        ipv4 | agent | 198.51.100.23
        ipv4 | event | from_198.51.100.23 | 198.51.100.23
        ipv4 | element | #198-51-100-23
        ipv6 | segment | 2001:db8:85a3::8a2e:370:7334
        ipv6 | segment | 2001:DB8:85A3::8A2E:370:7334
        ipv6 | segment | 2001:0db8:85a3:0000:0000:8a2e:0370:7334
        ipv6 | segment | 2001:db8:85a3:0:0:8a2e:370:7334
        ipv6 | segment | %5B2001:db8:85a3::8a2e:370:7334%5D:443
        ipv6 | segment | 2001%3Adb8%3A85a3%3A%3A8a2e%3A370%3A7334
        ipv6 | segment | 2001%253Adb8%253A85a3%253A%253A8a2e%253A370%253A7334
        ipv6 | segment | fe80::a1b2:c3d4%25eth0
        ipv6 | segment | fe80::a1b2:c3d4%2525eth0
        ipv6 | segment | ::ffff:198.51.100.23
        ipv6 | segment | ::ffff:c633:6417
        ipv6 | segment | 0:0:0:0:0:ffff:c633:6417
        ipv6 | segment | ::FFFF:C633:6417
        ipv6 | segment | 64:ff9b::198.51.100.23
        ipv6 | segment | 64:ff9b::c633:6417
        ipv6 | segment | 2001:db8:1234::
        ipv6 | segment | 20010db885a3000000008a2e03707334
        ipv6 | segment | 2001-db8-85a3--8a2e-370-7334.ipv6-literal.net | 2001-db8-85a3--8a2e-370-7334
        ipv6 | segment | 2001-0db8-85a3-0000-0000-8a2e-0370-7334
        ipv6 | segment | 4.3.3.7.0.7.3.0.e.2.a.8.0.0.0.0.0.0.0.0.3.a.5.8.8.b.d.0.1.0.0.2.ip6.arpa
        ipv6 | segment | 42540766452641154071740215577757643572
        ipv6 | slug | 2001:db8:85a3::8a2e:370:7334
        ipv6 | parameter | 2001:db8:85a3::8a2e:370:7334
        ipv6 | parameter | ::ffff:198.51.100.23
        ipv6 | search | 2001%3Adb8%3A85a3%3A%3A8a2e%3A370%3A7334
        ipv6 | search | 2001%EF%BC%9Adb8%EF%BC%9A85a3%EF%BC%9A%EF%BC%9A8a2e%EF%BC%9A370%EF%BC%9A7334
        ipv6 | keyword | fe80::a1b2:c3d4
        ipv6 | referrer | [2001:db8:85a3::8a2e:370:7334]
        ipv6 | host | [2001:db8:85a3::8a2e:370:7334]:443
        ipv6 | host | 2001-db8-85a3--8a2e-370-7334.example.org | 2001-db8-85a3--8a2e-370-7334
        ipv6 | event | 2001:db8:85a3::8a2e:370:7334
        mac | segment | 00:1b:44:11:3a:b7
        mac | segment | 00:1B:44:11:3A:B7
        mac | segment | 00-1b-44-11-3a-b7
        mac | segment | 00-1B-44-11-3A-B7
        mac | segment | 001b.4411.3ab7
        mac | segment | 001B.4411.3AB7
        mac | segment | 001b44113ab7
        mac | segment | 001B44113AB7
        mac | segment | 001b44-113ab7
        mac | segment | 001b-4411-3ab7
        mac | segment | 0:1b:44:11:3a:b7
        mac | segment | 00_1b_44_11_3a_b7
        mac | segment | de_de_ed_47_94_67
        mac | segment | 00%3A1b%3A44%3A11%3A3a%3Ab7
        mac | segment | 00%253A1b%253A44%253A11%253A3a%253Ab7
        mac | segment | 00:1b:44:ff:fe:11:3a:b7
        mac | segment | 00-1b-44-ff-fe-11-3a-b7
        mac | segment | 001b.44ff.fe11.3ab7
        mac | segment | 001b44fffe113ab7
        mac | segment | abcdefabcdef
        mac | segment | 001122334455
        mac | segment | wifi00:1b:44:11:3a:b7 | 00:1b:44:11:3a:b7
        mac | slug | 00:1b:44:11:3a:b7
        mac | slug | 001b44113ab7
        mac | parameter | 00:1b:44:11:3a:b7
        mac | parameter | 001b44113ab7
        mac | search | 00+1b+44+11+3a+b7
        mac | search | 001b.4411.3ab7
        mac | search | 00%EF%BC%9A1b%EF%BC%9A44%EF%BC%9A11%EF%BC%9A3a%EF%BC%9Ab7
        mac | keyword | 00-1B-44-11-3A-B7
        mac | referrer | 001b44113ab7
        mac | host | 001b44113ab7.example.org | 001b44113ab7
        mac | event | 00:1b:44:11:3a:b7
        mac | element | dev-001b44113ab7 | 001b44113ab7
        uuid | segment | 6fa459ea-ee8a-3ca4-894e-db77e160355e
        uuid | segment | 6FA459EA-EE8A-3CA4-894E-DB77E160355E
        uuid | segment | %7B6fa459ea-ee8a-3ca4-894e-db77e160355e%7D
        uuid | segment | urn:uuid:6fa459ea-ee8a-3ca4-894e-db77e160355e
        uuid | segment | 6fa459eaee8a3ca4894edb77e160355e
        uuid | segment | 6fa459ea_ee8a_3ca4_894e_db77e160355e
        uuid | segment | 6fa459ea%2Dee8a%2D3ca4%2D894e%2Ddb77e160355e
        uuid | segment | 1sBlgCxOihRQesfECrsWmA
        uuid | segment | V16LqAlhd1f-cfcUwq4jZQ
        uuid | slug | 6fa459ea-ee8a-3ca4-894e-db77e160355e
        uuid | parameter | 6fa459ea-ee8a-3ca4-894e-db77e160355e
        uuid | search | 6fa459ea%E2%80%90ee8a%E2%80%903ca4%E2%80%90894e%E2%80%90db77e160355e
        uuid | search | 6fa459ea+ee8a+3ca4+894e+db77e160355e
        uuid | keyword | 6fa459eaee8a3ca4894edb77e160355e
        uuid | event | 6fa459ea-ee8a-3ca4-894e-db77e160355e
        uuid | element | row-6fa459ea-ee8a-3ca4-894e-db77e160355e | 6fa459ea-ee8a-3ca4-894e-db77e160355e
        imei | segment | 356938035643809
        imei | segment | 35-693803-564380-9
        imei | segment | 35%20693803%20564380%209
        imei | segment | 35-693803-564380
        imei | segment | 35-693803-564380-05
        imei | segment | 3569380356438005
        imei | slug | 356938035643809
        imei | parameter | 356938035643809
        imei | search | %EF%BC%93%EF%BC%95-693803-564380-9
        imei | search | 35%2F693803%2F564380%2F9
        imei | event | imei:356938035643809
        residentNumber | segment | 850315-2345678
        residentNumber | segment | 8503152345678
        residentNumber | segment | 850315%202345678
        residentNumber | segment | 201103-4567891
        residentNumber | slug | 850315-2345678
        residentNumber | parameter | 850315-2345678
        residentNumber | parameter | 8503152345678
        residentNumber | parameter | 201103-4567891
        residentNumber | search | 850315%E2%80%932345678
        residentNumber | search | 85-03-15-2345678
        residentNumber | search | %EF%BC%98%EF%BC%95%EF%BC%90%EF%BC%93%EF%BC%91%EF%BC%95%EF%BC%8D2345678
        residentNumber | keyword | 850315-2345678
        residentNumber | referrer | 850315-2345678
        residentNumber | event | 850315-2345678
        residentNumber | element | 8503152345678
        myNumber | segment | 123456789018
        myNumber | segment | 1234-5678-9018
        myNumber | parameter | 123456789018
        myNumber | search | 1234+5678+9018
        myNumber | search | %EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96%EF%BC%97%EF%BC%98%EF%BC%99%EF%BC%90%EF%BC%91%EF%BC%98
        myNumber | keyword | 1234%205678%209018
        myNumber | element | 1234-5678-9018
        jwt | segment | eyJhbGciOiJIUzI1NiJ9.eyJuYW1lIjoiSmFuZSJ9.c2lnbmF0dXJl
        jwt | segment | eyJhbGciOiJub25lIn0.eyJzdWIiOiJqYW5lIn0.
        jwt | parameter | eyJhbGciOiJIUzI1NiJ9.eyJuYW1lIjoiSmFuZSJ9.c2lnbmF0dXJl
        jwt | search | Bearer+eyJhbGciOiJIUzI1NiJ9.eyJuYW1lIjoiSmFuZSJ9.c2lnbmF0dXJl
        jwt | referrer | eyJhbGciOiJIUzI1NiJ9.eyJuYW1lIjoiSmFuZSJ9.c2lnbmF0dXJl
        jwt | agent | eyJhbGciOiJIUzI1NiJ9.eyJuYW1lIjoiSmFuZSJ9.c2lnbmF0dXJl
        jwt | event | eyJhbGciOiJIUzI1NiJ9.eyJuYW1lIjoiSmFuZSJ9.c2lnbmF0dXJl
        token | segment | 5f4dcc3b5aa765d61d8327deb882cf99
        token | segment | 5F4DCC3B5AA765D61D8327DEB882CF99
        token | segment | 5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8
        token | segment | 5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8
        token | segment | x8Kd92LmQp47RtVw13ZbNc65
        token | segment | M6RraR2bZ2BGt_vHvz73YMVK
        token | segment | ZqqZMeOwLpUzWNcetipGj_lR
        token | segment | sk_live_4eC39HqLyjWDarjtT1zdp7dc
        token | segment | ghp_16C7e42F292c6912E7710c838347Ae178B4a
        token | segment | xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy
        token | segment | AKIAY3QZ7M2NXW5KD8RL
        token | segment | 01ARZ3NDEKTSV4RRFFQ69G5FAV
        token | segment | 12345678901234567890123
        token | parameter | x8Kd92LmQp47RtVw13ZbNc65
        token | parameter | EAIaIQobChMI6bK7mP3w_AIVCq6WCh1yTgPQEAAYASAAEgK2nPD_BwE
        token | parameter | 17295123456
        token | search | 5f4dcc3b5aa765d61d8327deb882cf99
        token | keyword | x8Kd92LmQp47RtVw13ZbNc65
        token | referrer | x8Kd92LmQp47RtVw13ZbNc65
        token | host | x8kd92lmqp47rtvw13zbnc65.example.org | x8kd92lmqp47rtvw13zbnc65
        token | event | x8Kd92LmQp47RtVw13ZbNc65
        token | element | 5f4dcc3b5aa765d61d8327deb882cf99
        cookie | segment | ;jsessionid=0A1B2C3D4E5F60718293A4B5C6D7E8F9 | 0A1B2C3D4E5F60718293A4B5C6D7E8F9
        cookie | segment | x;jsessionid=abc123 | abc123
        cookie | segment | PHPSESSID=q1w2e3r4t5 | q1w2e3r4t5
        cookie | segment | ASP.NET_SessionId=kz2hj3 | kz2hj3
        cookie | segment | (S(lit3py55t21z5v55vlm25s55)) | lit3py55t21z5v55vlm25s55
        cookie | segment | GA1.2.1234567890.1600000000
        cookie | segment | fb.1.1596403881668.1116446470
        cookie | parameter | GA1.2.1234567890.1600000000
        cookie | parameter | PHPSESSID%3Dq1w2e3r4t5 | q1w2e3r4t5
        cookie | search | s%3AkJ8hG2fD5sA9pQ3wE7rTz1.yU6 | kJ8hG2fD5sA9pQ3wE7rTz1
        cookie | search | sid=q1w2e3r4t5 | q1w2e3r4t5
        named | segment | x&token=hunter22 | hunter22
        named | segment | email=jane&x=1 | jane
        named | segment | session%3Dhunter22 | hunter22
        named | segment | password%253Dhunter22 | hunter22
        named | segment | csrf_token=hunter22 | hunter22
        named | segment | user=janeroe | janeroe
        named | parameter | token=hunter22 | hunter22
        named | parameter | session_id%3Dhunter22 | hunter22
        named | search | api-key%253Dhunter22 | hunter22
        named | search | pwd=hunter22 | hunter22
        named | keyword | access_token%3Dhunter22 | hunter22
        named | event | token=hunter22 | hunter22
        named | element | a[data-email=janeroe] | janeroe
        """#

    static let all: [PlantedLine] = table.split(separator: "\n").compactMap { PlantedLine($0) }
}
